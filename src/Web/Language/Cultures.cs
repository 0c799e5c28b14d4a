using System.Globalization;

namespace Unknot.Web.Language;

/// <summary>How each language writes numbers and dates. The server has no ICU, so a culture knows only what is set here.</summary>
internal static class Cultures
{
    private static readonly CultureInfo Spanish = CultureInfo.ReadOnly(new CultureInfo("es")
    {
        NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u00A0", PercentDecimalSeparator = ",", PercentPositivePattern = 0, PercentNegativePattern = 0 },
        DateTimeFormat =
        {
            DayNames = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
            AbbreviatedDayNames = ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"],
            MonthNames = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre", ""],
            MonthGenitiveNames = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre", ""],
            AbbreviatedMonthNames = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic", ""],
            AbbreviatedMonthGenitiveNames = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic", ""],
            FirstDayOfWeek = DayOfWeek.Monday,
            ShortDatePattern = "d/M/yyyy",
            LongDatePattern = "dddd, d 'de' MMMM 'de' yyyy",
            MonthDayPattern = "d 'de' MMMM",
            YearMonthPattern = "MMMM 'de' yyyy",
            ShortTimePattern = "H:mm",
            LongTimePattern = "H:mm:ss",
        },
    });

    /// <param name="language">Two-letter code; one that is not known here writes as English does.</param>
    internal static CultureInfo Of(string language) => language == "es" ? Spanish : CultureInfo.GetCultureInfo(language);
}
