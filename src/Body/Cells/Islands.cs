namespace Unknot.Body.Cells;

/// <summary>Makes the areas of a map hang together: small pieces cut off from their area go to a neighbour.</summary>
internal static class Islands
{
    internal delegate ReadOnlySpan<int> Neighbours(int place);

    /// <param name="areas">The area of each place, 0 … <paramref name="areaCount"/> − 1; changed in place.</param>
    /// <param name="sizes">The size of each place: of an area in pieces, the largest piece stays.</param>
    internal static void Dissolve(int[] areas, int areaCount, Neighbours neighbours, ReadOnlySpan<float> sizes)
    {
        // A piece given away joins a piece that stays or another that is given away; two rounds are the rule, the bound is a guard.
        for (var round = 0; round < 16; round++)
        {
            var (pieces, sizeOfPiece, areaOfPiece) = FindPieces(areas, neighbours, sizes);
            var largest = new int[areaCount];
            Array.Fill(largest, -1);
            for (var piece = 0; piece < sizeOfPiece.Count; piece++)
            {
                ref var best = ref largest[areaOfPiece[piece]];
                best = best < 0 || sizeOfPiece[piece] > sizeOfPiece[best] ? piece : best;
            }

            var changed = false;
            var before = (int[])areas.Clone();
            for (var place = 0; place < areas.Length; place++)
            {
                if (largest[before[place]] != pieces[place] && MostCommonNeighbour(place, before, pieces, largest, neighbours) is { } area)
                {
                    areas[place] = area;
                    changed = true;
                }
            }

            if (!changed)
            {
                return;
            }
        }
    }

    private static (int[] Pieces, List<float> Sizes, List<int> Areas) FindPieces(int[] areas, Neighbours neighbours, ReadOnlySpan<float> sizes)
    {
        var pieces = new int[areas.Length];
        Array.Fill(pieces, -1);
        var sizeOfPiece = new List<float>();
        var areaOfPiece = new List<int>();
        var waiting = new Stack<int>();
        for (var start = 0; start < areas.Length; start++)
        {
            if (pieces[start] >= 0)
            {
                continue;
            }

            var piece = sizeOfPiece.Count;
            var size = 0f;
            pieces[start] = piece;
            waiting.Push(start);
            while (waiting.TryPop(out var place))
            {
                size += sizes[place];
                foreach (var next in neighbours(place))
                {
                    if (pieces[next] < 0 && areas[next] == areas[place])
                    {
                        pieces[next] = piece;
                        waiting.Push(next);
                    }
                }
            }

            sizeOfPiece.Add(size);
            areaOfPiece.Add(areas[start]);
        }

        return (pieces, sizeOfPiece, areaOfPiece);
    }

    /// <returns>The area that most neighbours belong to for good; <c>null</c> when none does yet.</returns>
    private static int? MostCommonNeighbour(int place, int[] areas, int[] pieces, int[] largest, Neighbours neighbours)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var next in neighbours(place))
        {
            if (largest[areas[next]] == pieces[next])
            {
                counts[areas[next]] = counts.GetValueOrDefault(areas[next]) + 1;
            }
        }

        return counts.Count == 0 ? null : counts.MaxBy(pair => pair.Value).Key;
    }
}
