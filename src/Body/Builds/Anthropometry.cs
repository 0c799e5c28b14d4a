namespace Unknot.Body.Builds;

/// <summary>
/// Mean breadths and depths of men and women, and how far a build goes from the middle between them. Source: Gordon, C. C. et al.,
/// 2012 Anthropometric Survey of U.S. Army Personnel (ANSUR II), technical report NATICK/TR-15/007, 2014; 4,082 men, 1,986 women.
/// Both are scaled to the same stature, so that a build changes proportions and not size.
/// </summary>
internal static class Anthropometry
{
    /// <summary>
    /// Times the distance from the middle to either mean. The means alone are hard to tell apart at a glance; half as far again
    /// still lies within one standard deviation of each.
    /// </summary>
    internal const double Emphasis = 1.5;

    private const double Stature = 1750;
    private const double MenStature = 1756;
    private const double WomenStature = 1628;

    internal static readonly Measure BiacromialBreadth = new(Men: 416, Women: 365);
    internal static readonly Measure ChestBreadth = new(Men: 289, Women: 269);
    internal static readonly Measure WaistBreadth = new(Men: 326, Women: 300);
    internal static readonly Measure WaistDepth = new(Men: 238, Women: 213);
    internal static readonly Measure HipBreadth = new(Men: 346, Women: 354);
    internal static readonly Measure ButtockDepth = new(Men: 246, Women: 233);
    internal static readonly Measure ThighCircumference = new(Men: 625, Women: 616);
    internal static readonly Measure NeckCircumference = new(Men: 398, Women: 330);

    /// <summary>Means in millimetres, each at the stature of its own group.</summary>
    internal readonly record struct Measure(double Men, double Women)
    {
        /// <summary>Half-way between both, at the stature of the figure; in millimetres.</summary>
        internal double Middle => (ScaledMen + ScaledWomen) / 2;

        /// <summary>How much more than the middle the men's mean is, as a share of it; below 0 where the women's is the greater one.</summary>
        internal double Lead => (ScaledMen / Middle) - 1;

        private double ScaledMen => Men * Stature / MenStature;

        private double ScaledWomen => Women * Stature / WomenStature;
    }
}
