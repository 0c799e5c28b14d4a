using Microsoft.AspNetCore.Identity;

namespace Unknot.Practice.People;

/// <summary>
/// A password is long and not one that everybody tries first: made of a few common words, of a row of keys, of a few letters again and again,
/// or of the person's own name. What is asked of its composition ends there.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<Person>
{
    public const int ShortestLength = 12;

    public const int LongestLength = 200;

    private const string TooCommon = "This is one of the first passwords that somebody would try. Three or four words that do not belong together are a good one.";

    /// <summary>Words that make up the passwords that leak most often, and those that come to mind in a practice.</summary>
    private static readonly string[] CommonWords =
    [
        "password", "passwort", "contrasena", "passphrase", "welcome", "letmein", "trustno", "iloveyou", "qwerty", "qwertz", "azerty", "asdf", "zxcv", "admin",
        "administrator", "master", "dragon", "monkey", "football", "baseball", "superman", "batman", "sunshine", "princess", "shadow", "secret", "login",
        "changeme", "default", "summer", "winter", "spring", "autumn", "hello", "whatever", "freedom", "michael", "jordan", "charlie", "computer", "internet",
        "massage", "therapist", "therapy", "practice", "clinic", "unknot", "trigger", "point", "muscle", "pass", "word", "test", "user", "owner", "the", "my",
    ];

    private static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm"];

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(TroubleWith(password ?? "", user.Name, user.Email) is { } trouble
            ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = trouble })
            : IdentityResult.Success);
    }

    /// <returns>What is wrong, for the person who chose it; null when nothing is.</returns>
    public static string? TroubleWith(string password, string name, string? email)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(name);
        return password.Length switch
        {
            < ShortestLength => $"Choose at least {ShortestLength} characters.",
            > LongestLength => $"Choose at most {LongestLength} characters.",
            _ when password.Distinct().Count() < 5 => TooCommon,
            _ when IsRow(password) => TooCommon,
            _ when LettersLeft(password, CommonWords) < 4 => TooCommon,
            _ when LettersLeft(password, [.. OwnWords(name, email), .. CommonWords]) < 4 => "This password is made of your own name. Three or four words that do not belong together are a good one.",
            _ => null,
        };
    }

    private static IEnumerable<string> OwnWords(string name, string? email) =>
        name.Split([' ', '-', '.', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Concat((email ?? "").Split(['@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries))
            .Select(word => Plain(word))
            .Where(word => word.Length >= 3)
            .OrderByDescending(word => word.Length);

    /// <summary>Letters that none of the words account for; the whole length where there are no letters and so no words.</summary>
    private static int LettersLeft(string password, IEnumerable<string> words)
    {
        var plain = Plain(password);
        var left = plain;
        foreach (var word in words.OrderByDescending(word => word.Length))
        {
            left = left.Replace(word, "", StringComparison.Ordinal);
        }

        return plain.Length == 0 ? password.Length : left.Length;
    }

    /// <summary>Small letters, with digits and signs that stand for letters read as such. Those at the ends are what people put around a word, and go.</summary>
    private static string Plain(string text)
    {
        var letters = Enumerable.Range(0, text.Length).Where(at => char.IsLetter(text[at])).ToList();
        return letters is [var first, ..] ? new([.. text[first..(letters[^1] + 1)].ToLowerInvariant().Select(AsLetter).Where(char.IsLetter)]) : "";
    }

    private static char AsLetter(char sign) => sign switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => sign,
    };

    /// <summary>Whether at most two steps from sign to sign leave a row of keys, the alphabet or the digits.</summary>
    private static bool IsRow(string password)
    {
        var lower = password.ToLowerInvariant();
        var leaps = lower.Zip(lower.Skip(1)).Count(pair => !Rows.Any(row => AreNeighbours(row, pair.First, pair.Second)));
        return leaps <= 2;
    }

    private static bool AreNeighbours(string row, char first, char second) =>
        first == second
        || row.Contains($"{first}{second}", StringComparison.Ordinal)
        || row.Contains($"{second}{first}", StringComparison.Ordinal);
}
