/**
 * First names that are said in several ways, each line one name, across the languages people here are called
 * in. A short form may stand in two lines ("alex"): it is then like either.
 */
const LINES = `
alexander alex alexandre alessandro alejandro sander xander sasha sandro
alexandra alex sandra sasha alessandra
andrew andy drew andreas andre andrea andres
anthony tony antoine antonio anton toni antonius
anna anne ana annie anja hannah nancy
barbara babs barb basia
benjamin ben benny benji
catherine katherine kate katie kathy cathy katharina catalina caterina kathrin katja karin
charles charlie chuck karl carlos carlo karel
christine chris christina kristina tina
christopher chris christophe christoph kristof cristobal
claudia claude klaudia
daniel dan danny daniele
david dave davide
deborah debbie deb
dominic dominik dominique dom
donald don donnie
dorothy dottie dorothea dora
edward ed eddie ted eduardo edouard eduard
elizabeth liz beth lizzy eliza elisabeth betty elsa isabel lisa elise
emmanuel manu manuel emanuel
eric erik rick erich
eugene gene eugen
florian flo
frances fran franny francesca
francis frank francois franz francisco paco franco
frederick fred freddy frederic friedrich federico frederik fritz
gabriel gabe gaby
gabrielle gaby gabriela
george georges jorge giorgio georg jurgen
gerald gerry jerry gerard gerhard
gregory greg gregoire gregor
guillaume william
harold harry hal
henry hank harry henri heinrich enrique hendrik enrico
jacob jake jakob jacques diego iago
jacqueline jackie
james jim jimmy jamie jacques jaime
jane jean jeanne johanna juana
jennifer jen jenny
jessica jess jessie
john jack johnny jon jean juan johann johannes hans giovanni joao jan ivan
jonathan jon jonny
joseph joe joey jose josef giuseppe pepe jo
josephine jo josie josefina
judith judy
julian jules julien julio
justin justine
kenneth ken kenny
laurence laurent lawrence larry lorenzo lars
leonard leo len lenny leonardo leonhard
louis lou luis lewis luigi ludwig
lucas luke luc lukas luca
madeleine maddie magdalena lena
margaret maggie meg peggy marge greta margarita marguerite margot rita
marie mary maria mia marya
mark marc marcus marco markus marcos
martin marty martijn martino
matthew matt matthieu matteo mateo matthias mathias
maximilian max maxime
michael mike mick mickey michel miguel mikhail michele michal micha
nathaniel nate nathan nat
nicholas nick nicolas nico nicola nikolaus klaus niklas nicky
olivia liv livia
oliver olli olivier
pamela pam
patricia pat patty trish tricia
patrick pat paddy patrice patricio
paul pablo paolo pavel pol
peter pete pierre pedro pietro pieter petr piet
philip phil philippe felipe filippo philipp
raymond ray ramon
rebecca becky becca
richard rick rich dick ricky ricardo riccardo
robert bob rob bobby bert roberto robin
ronald ron ronnie
samuel sam sammy
samantha sam
sebastian seb basti sebastien bastian
stanislas stan stanislav
stephanie steph stefanie
stephen steve steven stefan stephane esteban stefano
susan sue susie suzanne susanne
theodore ted theo teddy
theresa terry tess therese teresa tessa
thomas tom tommy tomas tommaso thom
timothy tim timmy
valentin val valentina
victor vic viktor vittorio
victoria vicky tori
vincent vince vincenzo vicente
walter walt wally
william bill will billy wilhelm willy guillermo liam guglielmo willem
zachary zach zack
`;

const LINES_OF = new Map<string, Set<number>>();
for (const [line, names] of LINES.trim().split("\n").entries()) {
  for (const name of names.split(" ")) {
    const lines = LINES_OF.get(name) ?? new Set();
    LINES_OF.set(name, lines.add(line));
  }
}

/** Both may be the same first name, said in another way. Folded names. */
export function isNickname(a: string, b: string): boolean {
  const theirs = LINES_OF.get(b);
  if (!theirs) return false;
  return [...(LINES_OF.get(a) ?? [])].some((line) => theirs.has(line));
}
