namespace Unknot.Inference.Network.Elimination;

/// <summary>A number of the usual length.</summary>
internal readonly record struct Plain(double Value) : IScalar<Plain>
{
    public double First => Value;

    public static int Lanes => 1;

    public static Plain Of(ReadOnlySpan<double> lanes) => new(lanes[0]);

    public static Plain From(double value) => new(value);

    public static Plain operator +(Plain a, Plain b) => new(a.Value + b.Value);

    public static Plain operator -(Plain a, Plain b) => new(a.Value - b.Value);

    public static Plain operator *(Plain a, Plain b) => new(a.Value * b.Value);

    public static Plain operator /(Plain a, Plain b) => new(a.Value / b.Value);
}
