/** Minutes in words, where the engine does not say them. */

/** «دقيقة واحدة», «دقيقتان», «3 دقائق», «11 دقيقة»; `3 minutes` in another language. */
export function minutesLabel(minutes: number, language: string): string {
  if (!/^ar\b/.test(language)) {
    const format = { style: "unit", unit: "minute", unitDisplay: "long" } as const;
    return new Intl.NumberFormat(language === "und" ? "en" : language, format).format(minutes);
  }
  if (minutes === 1) return "دقيقة واحدة";
  if (minutes === 2) return "دقيقتان";
  return `${minutes} ${new Intl.PluralRules("ar").select(minutes) === "few" ? "دقائق" : "دقيقة"}`;
}
