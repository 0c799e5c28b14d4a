namespace Unknot.Inference.Network;

/// <summary>All settings in which some nodes are active, some are idle, and the others are open. Nodes are numbered as in the <see cref="SearchCase"/>.</summary>
internal sealed class SearchBranch
{
    /// <summary>For each node 1 when it is active, −1 when it is idle, 0 when that is open.</summary>
    public required sbyte[] Set { get; init; }

    /// <summary>Lower bound of the weight of all these settings, in units of the whole case's upper bound.</summary>
    public required double Low { get; init; }

    /// <summary>Upper bound, likewise.</summary>
    public required double High { get; init; }

    /// <summary>For each node how many times more of the lower bound has it active than idle, 0 … +∞; both parts are lower bounds for that.</summary>
    public required double[] LowOdds { get; init; }

    /// <summary>The same for the upper bound; both parts are upper bounds.</summary>
    public required double[] HighOdds { get; init; }

    /// <summary>The open node that leaves most in doubt, or −1 when none is open.</summary>
    public required int Next { get; init; }
}
