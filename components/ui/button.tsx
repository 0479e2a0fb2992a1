import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The look of a button, for the few links that act as one. */
export const buttonLook = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap transition-colors disabled:pointer-events-none disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-plum text-on-plum hover:bg-plum-deep",
        plain: "border-line bg-raised text-ink shadow-card hover:bg-hover",
        ghost: "border-transparent text-ink-soft hover:bg-hover hover:text-ink",
        link: "border-transparent px-0! text-plum underline decoration-plum/40 underline-offset-3 hover:decoration-current",
        danger: "border-brick/40 bg-raised text-brick hover:bg-brick-soft",
      },
      size: {
        sm: "h-7 px-2 text-xs [&_svg]:size-3.5",
        md: "h-8 px-3 text-sm [&_svg]:size-4",
        lg: "h-10 px-4 text-base [&_svg]:size-4",
        icon: "size-8 [&_svg]:size-4",
        "icon-sm": "size-6.5 [&_svg]:size-3.5",
      },
    },
    defaultVariants: { variant: "plain", size: "md" },
  },
);

type ButtonProps = ComponentProps<"button"> & VariantProps<typeof buttonLook>;

export function Button({ variant, size, className, type = "button", ...props }: ButtonProps) {
  return <button type={type} className={cn(buttonLook({ variant, size }), className)} {...props} />;
}

/** A button that shows only an icon: its label is read aloud and shown as the native tip. */
export function IconButton({
  label,
  variant = "ghost",
  size = "icon",
  ...props
}: ButtonProps & { label: string }) {
  return <Button aria-label={label} title={label} variant={variant} size={size} {...props} />;
}
