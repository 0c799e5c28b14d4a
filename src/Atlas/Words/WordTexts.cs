using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>How texts are cut into words, the same for the atlas and for what people type.</summary>
internal static class WordTexts
{
    /// <summary>The words of a name of the atlas, articles left out: "Forearm, palm side" → forearm, palm, side.</summary>
    internal static ImmutableArray<string> WordsOf(string name, ImmutableArray<string> articles) =>
        [.. Cut(name).Where(token => token.Kind == TokenKind.Word && !articles.Contains(token.Text, StringComparer.Ordinal)).Select(token => token.Text)];

    /// <summary>Words in lower case without apostrophes; commas; ends of sentences.</summary>
    internal static List<Token> Cut(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            if (char.IsLetterOrDigit(text[at]))
            {
                while (at < text.Length && (IsInWord(text, at) || IsDecimalPoint(text, at)))
                {
                    at++;
                }

                var word = new string([.. text.AsSpan(start, at - start).ToString().ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter == '.')]);
                tokens.Add(new Token(TokenKind.Word, word, new TextSpan(start, at - start)));
                continue;
            }

            at++;
            if (char.IsHighSurrogate(text[start]) && at < text.Length)
            {
                at++;
            }

            var span = new TextSpan(start, at - start);
            switch (text[start])
            {
                case ',' or ':' or '(' or ')' or '[' or ']' or '"' or '–' or '—':
                case '-' when start > 0 && char.IsWhiteSpace(text[start - 1]):
                    tokens.Add(new Token(TokenKind.Comma, ",", span));
                    break;
                case '.' or ';' or '!' or '?' or '\n' or '\r' or '…':
                    tokens.Add(new Token(TokenKind.Stop, ".", span));
                    break;
                case '&' or '+':
                    tokens.Add(new Token(TokenKind.Word, "and", span));
                    break;
                case '/':
                    tokens.Add(new Token(TokenKind.Word, IsNextToDigits(text, start) ? "/" : "and", span));
                    break;
                case '>' or '→':
                    tokens.Add(new Token(TokenKind.Word, "to", span));
                    break;
                default:
                    break; // spaces, hyphens inside words, emoji: they part words and say nothing
            }
        }

        return tokens;
    }

    private static bool IsInWord(string text, int at) =>
        char.IsLetterOrDigit(text[at])
        || (text[at] is '\'' or '’' or '‘' or '`' && at + 1 < text.Length && char.IsLetter(text[at + 1]));

    private static bool IsDecimalPoint(string text, int at) =>
        text[at] == '.' && at > 0 && at + 1 < text.Length && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);

    private static bool IsNextToDigits(string text, int at) => at > 0 && at + 1 < text.Length && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);
}

internal enum TokenKind
{
    Word,
    Comma,
    Stop,
}

internal readonly record struct Token(TokenKind Kind, string Text, TextSpan Span);
