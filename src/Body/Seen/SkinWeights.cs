using System.Numerics;

namespace Unknot.Body.Seen;

/// <summary>How much each place of the skin belongs to the zones of some points: smooth, where the cells are coarse.</summary>
public sealed class SkinWeights
{
    internal SkinWeights(int vertexCount)
    {
        Essential = new float[vertexCount];
        Spillover = new float[vertexCount];
        Reach = new float[vertexCount];
    }

    /// <summary>The largest <see cref="WeightAt.Reach"/> anywhere; 0 without zones.</summary>
    public float MostReach => Reach.Max();

    /// <summary>One a vertex of both halves: 1 inside an essential zone, falling smoothly to 0 at its edge.</summary>
    internal float[] Essential { get; }

    /// <summary>The same for spillover zones.</summary>
    internal float[] Spillover { get; }

    /// <summary>How many points are felt there: each counts with its essential weight, or with a third of its spillover weight.</summary>
    internal float[] Reach { get; }

    internal WeightAt Between(int a, int b, int c, Vector3 shares) => new(
        Vector3.Dot(shares, new Vector3(Essential[a], Essential[b], Essential[c])),
        Vector3.Dot(shares, new Vector3(Spillover[a], Spillover[b], Spillover[c])),
        Vector3.Dot(shares, new Vector3(Reach[a], Reach[b], Reach[c])));
}

/// <summary>The weights at one place of the skin.</summary>
/// <param name="Essential">0 … 1, the largest of the points'.</param>
/// <param name="Spillover">0 … 1, the largest of the points'.</param>
/// <param name="Reach">0 or more: how many points are felt there, each by its weight.</param>
public readonly record struct WeightAt(float Essential, float Spillover, float Reach);
