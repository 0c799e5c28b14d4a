using System.Text;

namespace Unknot.Practice.Receipts;

/// <summary>Finds what looks like the full number of a payment card, which must not be kept.</summary>
public static class CardNumbers
{
    private const int Shortest = 12;
    private const int Longest = 19;

    /// <summary>
    /// True when neighbouring groups of digits, with spaces, hyphens, dots or other signs between them, make 12 to 19 digits with a right check digit (ISO/IEC 7812-1, annex B).
    /// One in ten other numbers of that length has one too and is refused with them.
    /// </summary>
    public static bool AreIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var run in Runs(text))
        {
            for (var first = 0; first < run.Count; first++)
            {
                var digits = "";
                for (var last = first; last < run.Count && digits.Length <= Longest; last++)
                {
                    digits += run[last];
                    if (digits.Length is >= Shortest and <= Longest && HasCheckDigit(digits))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>Groups of digits that may be one number: no letter stands between them, and nothing that parts one thing from the next.</summary>
    private static List<List<string>> Runs(string text)
    {
        var runs = new List<List<string>> { new() };
        var group = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsDigit(rune))
            {
                group.Append((int)Rune.GetNumericValue(rune));
                continue;
            }

            EndGroup();
            if (Rune.IsLetter(rune) || rune.Value is ',' or ';' or ':')
            {
                runs.Add([]);
            }
        }

        EndGroup();
        return runs;

        void EndGroup()
        {
            if (group.Length > 0)
            {
                runs[^1].Add(group.ToString());
                group.Clear();
            }
        }
    }

    private static bool HasCheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit > 4 ? (2 * digit) - 9 : 2 * digit;
        }

        return sum % 10 == 0;
    }
}
