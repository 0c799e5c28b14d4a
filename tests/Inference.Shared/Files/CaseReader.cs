using System.Collections.Immutable;
using System.Globalization;
using Unknot.Inference.Network;
using Unknot.Inference.Shared.Patients;

namespace Unknot.Inference.Shared.Files;

/// <summary>Reads back what <see cref="CaseWriter"/> wrote.</summary>
internal sealed class CaseReader
{
    private readonly List<double> bases = [];
    private readonly List<Edge> common = [];

    private CaseReader(TextReader networkFile)
    {
        foreach (var words in Lines(networkFile, "unknot-network 1"))
        {
            switch (words[0])
            {
                case "node" when words.Length == 4 && int.Parse(words[1]) == bases.Count:
                    bases.Add(Number(words[2]));
                    break;
                case "edge" when words.Length == 4:
                    common.Add(EdgeOf(words));
                    break;
                default:
                    throw Unreadable(words);
            }
        }
    }

    /// <exception cref="FormatException">A line is none of those that the format has, or stands where it cannot.</exception>
    internal static ImmutableArray<Case> Read(TextReader networkFile, TextReader casesFile)
    {
        var reader = new CaseReader(networkFile);
        var cases = ImmutableArray.CreateBuilder<Case>();
        Draft? draft = null;
        foreach (var words in Lines(casesFile, "unknot-cases 1"))
        {
            if (words is ["case", var id, var kind] && draft is null)
            {
                draft = new Draft(id, Enum.Parse<DrawingKind>(kind, ignoreCase: true), reader);
            }
            else if (words is ["end"] && draft is not null)
            {
                cases.Add(draft.Finished());
                draft = null;
            }
            else if (draft is null || !draft.Takes(words))
            {
                throw Unreadable(words);
            }
        }

        return draft is null ? cases.ToImmutable() : throw new FormatException($"The case {draft.Id} has no end.");
    }

    internal static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Lines(TextReader file, string heading)
    {
        if (file.ReadLine() != heading)
        {
            throw new FormatException($"The file does not begin with '{heading}'.");
        }

        while (file.ReadLine() is { } line)
        {
            yield return line.Split(' ');
        }
    }

    private static Edge EdgeOf(string[] words) => new(int.Parse(words[1]), int.Parse(words[2]), Number(words[3]));

    private static FormatException Unreadable(string[] words) => new($"Cannot read '{string.Join(' ', words)}'.");

    /// <summary>A case of which not all lines are read yet.</summary>
    private sealed class Draft(string id, DrawingKind kind, CaseReader reader)
    {
        private readonly double[] ownBases = [.. reader.bases];
        private readonly List<Edge> edges = [.. reader.common];
        private readonly double[] logWeights = new double[reader.bases.Count];
        private readonly List<Witness> witnesses = [];

        internal string Id => id;

        internal bool Takes(string[] words)
        {
            switch (words[0])
            {
                case "base" when words.Length == 3:
                    ownBases[int.Parse(words[1])] = Number(words[2]);
                    return true;
                case "edge" when words.Length == 4:
                    edges.Add(EdgeOf(words));
                    return true;
                case "weight" when words.Length == 3:
                    logWeights[int.Parse(words[1])] = Number(words[2]);
                    return true;
                case "witness" when words.Length >= 3:
                    witnesses.Add(new Witness { Leak = Number(words[1]), Certainty = Number(words[2]), Links = [.. words.Skip(3).Select(LinkOf)] });
                    return true;
                default:
                    return false;
            }
        }

        internal Case Finished() => new(id, kind, new NoisyOrNetwork([.. ownBases], [.. edges]), new Observations([.. logWeights], [.. witnesses]));

        private static Link LinkOf(string word)
        {
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            return new Link(int.Parse(word[..colon]), Number(word[(colon + 1)..]));
        }
    }
}
