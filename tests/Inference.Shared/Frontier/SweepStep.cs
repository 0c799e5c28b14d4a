using System.Collections.Immutable;

namespace Unknot.Inference.Shared.Frontier;

/// <summary>What a sweep does at one node, with the positions of all bits laid out.</summary>
internal sealed record SweepStep
{
    /// <summary>Number of the node within its component.</summary>
    public required int Node { get; init; }

    /// <summary>Open bits when the step begins.</summary>
    public required int WidthBefore { get; init; }

    /// <summary>Open bits after the witnesses and gathering children touched here have got theirs.</summary>
    public required int WidthOpened { get; init; }

    /// <summary>Whether the node's own bit stays; it is then the topmost, at <see cref="WidthOpened"/>.</summary>
    public required bool Keeps { get; init; }

    /// <summary>The bit that says that a parent has set the node off, or −1.</summary>
    public required int GatheredBit { get; init; }

    /// <summary>Parents whose own bits are looked at.</summary>
    public required ImmutableArray<Source> Parents { get; init; }

    /// <summary>What the node can make fire when it is active.</summary>
    public required ImmutableArray<Target> Targets { get; init; }

    /// <summary>Bits that nothing later needs, topmost first.</summary>
    public required ImmutableArray<Closing> Closings { get; init; }

    internal int Peak => WidthOpened + (Keeps ? 1 : 0);

    /// <param name="Bit">Position of the parent's bit.</param>
    /// <param name="Strength">Probability that the parent sets the node off.</param>
    /// <param name="Edge">Index of the edge in the network.</param>
    internal readonly record struct Source(int Bit, double Strength, int Edge);

    /// <param name="Bit">Position of the bit that is set by firing.</param>
    /// <param name="Weight">Probability of firing.</param>
    /// <param name="Witness">Number of the witness within the component, or −1 for a gathering child.</param>
    /// <param name="Index">Index of the link within its witness, or of the edge in the network.</param>
    internal readonly record struct Target(int Bit, double Weight, int Witness, int Index);

    /// <param name="Bit">Position when all bits above it that close here are gone.</param>
    /// <param name="UnsetFactor">How much an entry with the bit unset counts; a set one counts 1.</param>
    /// <param name="Witness">Number of the witness within the component, or −1.</param>
    internal readonly record struct Closing(int Bit, double UnsetFactor, int Witness);
}
