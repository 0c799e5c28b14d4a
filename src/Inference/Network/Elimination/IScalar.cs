using System.Numerics;

namespace Unknot.Inference.Network.Elimination;

/// <summary>
/// A number that elimination can be done in. The same code runs on plain numbers, on ones of twice the length, and on four at a time.
/// </summary>
internal interface IScalar<TSelf> : IAdditionOperators<TSelf, TSelf, TSelf>, ISubtractionOperators<TSelf, TSelf, TSelf>,
    IMultiplyOperators<TSelf, TSelf, TSelf>, IDivisionOperators<TSelf, TSelf, TSelf>
    where TSelf : struct, IScalar<TSelf>
{
    /// <summary>The number itself.</summary>
    static abstract TSelf From(double value);

    /// <summary>How many plain numbers it holds.</summary>
    static abstract int Lanes { get; }

    /// <summary>The first of them, as near as a plain number can be.</summary>
    double First { get; }

    /// <summary>Puts so many plain numbers together.</summary>
    static abstract TSelf Of(ReadOnlySpan<double> lanes);
}
