using System.Runtime.Intrinsics;

namespace Unknot.Inference.Network.Elimination;

/// <summary>Four plain numbers, worked on at once: one elimination for four sets of parameters.</summary>
internal readonly record struct Four(Vector256<double> Values) : IScalar<Four>
{
    internal const int Count = 4;

    public double First => Values[0];

    public static int Lanes => Count;

    public static Four Of(ReadOnlySpan<double> lanes) => new(Vector256.Create(lanes[0], lanes[1], lanes[2], lanes[3]));

    public static Four From(double value) => new(Vector256.Create(value));

    public static Four operator +(Four a, Four b) => new(a.Values + b.Values);

    public static Four operator -(Four a, Four b) => new(a.Values - b.Values);

    public static Four operator *(Four a, Four b) => new(a.Values * b.Values);

    public static Four operator /(Four a, Four b) => new(a.Values / b.Values);
}
