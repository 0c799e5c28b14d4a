using Unknot.Inference.Numerics;

namespace Unknot.Inference.Tests.Numerics;

public sealed class LogSpaceTests
{
    /// <summary>About four units in the last place; claimed in the remarks of <see cref="LogSpace"/>.</summary>
    private const double RelativeError = 1e-15;

    [Fact]
    public void Log1P_meets_its_table() => ReferenceTable.AssertMet("log-1-p", LogSpace.Log1P, RelativeError);

    [Fact]
    public void ExpM1_meets_its_table() => ReferenceTable.AssertMet("exp-m-1", LogSpace.ExpM1, RelativeError);

    [Fact]
    public void Logit_meets_its_table() => ReferenceTable.AssertMet("logit", LogSpace.Logit, RelativeError);

    [Fact]
    public void Logistic_meets_its_table() => ReferenceTable.AssertMet("logistic", LogSpace.Logistic, RelativeError);

    [Fact]
    public void The_plain_formulas_fail_the_tables()
    {
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ReferenceTable.AssertMet("log-1-p", x => Math.Log(1 + x), RelativeError));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ReferenceTable.AssertMet("exp-m-1", x => Math.Exp(x) - 1, RelativeError));
    }
}
