using System.Collections.Immutable;
using Unknot.Inference.Reasoning;
using Unknot.Inference.Shared.Files;
using Unknot.Inference.Shared.Patients;

namespace Unknot.Inference.Bench.Files;

/// <summary>The drawings of the comparison; the same seed gives the same ones.</summary>
internal static class CaseSet
{
    internal const int OfEachKind = 250;

    internal const int Seed = 20261126;

    internal static ImmutableArray<(string Id, DrawingKind Kind, Drawing Drawing)> Drawings(LaidAtlas laid)
    {
        var drawings = ImmutableArray.CreateBuilder<(string, DrawingKind, Drawing)>();
        foreach (var kind in Enum.GetValues<DrawingKind>())
        {
            var maker = new DrawingMaker(laid, Seed + (int)kind);
            for (var i = 1; i <= OfEachKind; i++)
            {
                drawings.Add(($"{kind.ToString().ToLowerInvariant()}-{i:000}", kind, maker.Next(kind)));
            }
        }

        return drawings.ToImmutable();
    }

    internal static Case CaseOf(LaidAtlas laid, string id, DrawingKind kind, Drawing drawing)
    {
        var (network, evidence) = laid.Model.EvidenceOf(drawing);
        return new Case(id, kind, network, evidence);
    }
}
