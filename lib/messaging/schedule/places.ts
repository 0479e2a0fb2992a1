/** Where a place's clock is read, as far as a name tells it. Names without accents, in English, French and their own. */

/** Countries with one clock: zone → names. */
const ONE_CLOCK: Record<string, string> = {
  "Europe/Paris": "france",
  "Europe/London":
    "united kingdom|uk|england|scotland|wales|northern ireland|royaume-uni|angleterre|ecosse",
  "Europe/Dublin": "ireland|irlande",
  "Europe/Berlin": "germany|allemagne|deutschland",
  "Europe/Brussels": "belgium|belgique|belgie",
  "Europe/Amsterdam": "netherlands|the netherlands|pays-bas|nederland",
  "Europe/Luxembourg": "luxembourg",
  "Europe/Zurich": "switzerland|suisse|schweiz|svizzera",
  "Europe/Vienna": "austria|autriche|osterreich",
  "Europe/Madrid": "spain|espagne|espana",
  "Europe/Lisbon": "portugal",
  "Europe/Rome": "italy|italie|italia",
  "Europe/Athens": "greece|grece",
  "Europe/Stockholm": "sweden|suede|sverige",
  "Europe/Oslo": "norway|norvege|norge",
  "Europe/Copenhagen": "denmark|danemark|danmark",
  "Europe/Helsinki": "finland|finlande|suomi",
  "Atlantic/Reykjavik": "iceland|islande",
  "Europe/Warsaw": "poland|pologne|polska",
  "Europe/Prague": "czechia|czech republic|tchequie|republique tcheque",
  "Europe/Bratislava": "slovakia|slovaquie",
  "Europe/Budapest": "hungary|hongrie",
  "Europe/Bucharest": "romania|roumanie",
  "Europe/Sofia": "bulgaria|bulgarie",
  "Europe/Zagreb": "croatia|croatie",
  "Europe/Ljubljana": "slovenia|slovenie",
  "Europe/Belgrade": "serbia|serbie",
  "Europe/Tallinn": "estonia|estonie",
  "Europe/Riga": "latvia|lettonie",
  "Europe/Vilnius": "lithuania|lituanie",
  "Europe/Kyiv": "ukraine",
  "Europe/Istanbul": "turkey|turkiye|turquie",
  "Europe/Malta": "malta|malte",
  "Asia/Nicosia": "cyprus|chypre",
  "Europe/Monaco": "monaco",
  "Africa/Casablanca": "morocco|maroc",
  "Africa/Algiers": "algeria|algerie",
  "Africa/Tunis": "tunisia|tunisie",
  "Africa/Cairo": "egypt|egypte",
  "Africa/Dakar": "senegal",
  "Africa/Abidjan": "cote d'ivoire|ivory coast",
  "Africa/Lagos": "nigeria",
  "Africa/Nairobi": "kenya",
  "Africa/Accra": "ghana",
  "Africa/Douala": "cameroon|cameroun",
  "Africa/Johannesburg": "south africa|afrique du sud",
  "Asia/Jerusalem": "israel",
  "Asia/Beirut": "lebanon|liban",
  "Asia/Dubai": "united arab emirates|emirats arabes unis|uae",
  "Asia/Riyadh": "saudi arabia|arabie saoudite",
  "Asia/Qatar": "qatar",
  "Asia/Kolkata": "india|inde",
  "Asia/Karachi": "pakistan",
  "Asia/Dhaka": "bangladesh",
  "Asia/Singapore": "singapore|singapour",
  "Asia/Kuala_Lumpur": "malaysia|malaisie",
  "Asia/Bangkok": "thailand|thailande",
  "Asia/Ho_Chi_Minh": "vietnam|viet nam",
  "Asia/Manila": "philippines",
  "Asia/Shanghai": "china|chine",
  "Asia/Hong_Kong": "hong kong|hong kong sar",
  "Asia/Taipei": "taiwan",
  "Asia/Seoul": "south korea|korea|coree du sud",
  "Asia/Tokyo": "japan|japon",
  "Pacific/Auckland": "new zealand|nouvelle-zelande",
  "America/Argentina/Buenos_Aires": "argentina|argentine",
  "America/Bogota": "colombia|colombie",
  "America/Lima": "peru|perou",
  "America/Caracas": "venezuela",
  "America/Montevideo": "uruguay",
  "America/Guatemala": "guatemala",
  "America/Costa_Rica": "costa rica",
  "America/Panama": "panama",
};

/** Countries with several: a part of them has to be named too. */
export const MANY_CLOCKS = new Set(
  "united states|usa|us|etats-unis|canada|brazil|bresil|brasil|mexico|mexique|australia|australie|russia|russie|indonesia|indonesie|chile|chili|kazakhstan".split(
    "|",
  ),
);

/** States, provinces and cities of those; where a state has two clocks, the one most of its people read. */
const PARTS: Record<string, string> = {
  "America/New_York":
    "new york|new york city|ny|massachusetts|ma|boston|connecticut|new jersey|nj|pennsylvania|pa|philadelphia|washington dc|district of columbia|maryland|virginia|north carolina|south carolina|georgia|atlanta|florida|fl|miami|ohio|michigan|detroit|indiana|maine|vermont|new hampshire|rhode island|delaware|west virginia|kentucky",
  "America/Chicago":
    "illinois|il|chicago|texas|tx|austin|dallas|dallas-fort worth|houston|san antonio|minnesota|minneapolis|wisconsin|missouri|iowa|louisiana|tennessee|nashville|alabama|mississippi|arkansas|oklahoma|kansas|nebraska|north dakota|south dakota",
  "America/Denver": "colorado|co|denver|utah|salt lake city|new mexico|wyoming|montana|idaho|boise",
  "America/Phoenix": "arizona|phoenix",
  "America/Los_Angeles":
    "california|ca|los angeles|san francisco|san francisco bay|san diego|san jose|oakland|palo alto|sacramento|washington state|seattle|wa|oregon|portland|nevada|las vegas",
  "America/Anchorage": "alaska|anchorage",
  "Pacific/Honolulu": "hawaii|honolulu",
  "America/Toronto": "ontario|toronto|ottawa|quebec|montreal",
  "America/Vancouver": "british columbia|vancouver|victoria bc|colombie-britannique",
  "America/Edmonton": "alberta|calgary|edmonton",
  "America/Winnipeg": "manitoba|winnipeg",
  "America/Regina": "saskatchewan|regina|saskatoon",
  "America/Halifax": "nova scotia|halifax|new brunswick|moncton|nouvelle-ecosse|nouveau-brunswick",
  "America/St_Johns": "newfoundland|st. john's|terre-neuve",
  "America/Sao_Paulo":
    "sao paulo|rio de janeiro|brasilia|minas gerais|belo horizonte|curitiba|porto alegre|bahia|salvador",
  "America/Manaus": "manaus|amazonas",
  "America/Mexico_City": "mexico city|ciudad de mexico|guadalajara|monterrey|jalisco|nuevo leon",
  "America/Tijuana": "tijuana|baja california",
  "Australia/Sydney": "sydney|new south wales|canberra",
  "Australia/Melbourne": "melbourne|victoria",
  "Australia/Brisbane": "brisbane|queensland",
  "Australia/Adelaide": "adelaide|south australia",
  "Australia/Perth": "perth|western australia",
  "Europe/Moscow": "moscow|moscou|saint petersburg|st petersburg|saint-petersbourg",
  "Asia/Jakarta": "jakarta|bandung|java",
  "America/Santiago": "santiago",
  "Asia/Almaty": "almaty",
};

/** Cities one writes without their country. */
const CITIES: Record<string, string> = {
  "Europe/Paris":
    "lyon|marseille|toulouse|bordeaux|lille|nantes|nice|strasbourg|rennes|montpellier|grenoble|ile-de-france",
  "Europe/London":
    "manchester|birmingham|leeds|edinburgh|glasgow|bristol|liverpool|cambridge|oxford",
  "Europe/Berlin":
    "munich|munchen|hamburg|hambourg|frankfurt|francfort|cologne|koln|stuttgart|dusseldorf",
  "Europe/Zurich": "geneva|geneve|lausanne|basel|bale|bern|berne",
  "Europe/Madrid": "barcelona|barcelone|valencia|valence|seville|sevilla|bilbao",
  "Europe/Rome": "milan|milano|turin|torino|naples|napoli|bologna|florence|firenze",
  "Europe/Amsterdam": "rotterdam|the hague|la haye|utrecht|eindhoven",
  "Europe/Brussels": "bruxelles|antwerp|anvers|ghent|gand|liege",
  "Asia/Kolkata": "bengaluru|bangalore|mumbai|delhi|new delhi|hyderabad|pune|chennai",
  "Asia/Shanghai": "beijing|pekin|shenzhen|guangzhou|hangzhou",
  "Asia/Jerusalem": "tel aviv|tel-aviv",
  "Europe/Istanbul": "ankara",
  "Africa/Johannesburg": "cape town|le cap",
  "Asia/Ho_Chi_Minh": "hanoi",
};

const read = (table: Record<string, string>): Map<string, string> =>
  new Map(
    Object.entries(table).flatMap(([zone, names]) =>
      names.split("|").map((name) => [name, zone] as const),
    ),
  );

export const countries = read(ONE_CLOCK);
export const regions = read(PARTS);
export const cities = read(CITIES);
