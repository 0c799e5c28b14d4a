namespace Unknot.Practice.People;

/// <summary>What came of a link that makes an account.</summary>
public abstract record JoinOutcome
{
    private JoinOutcome()
    {
    }

    public sealed record Joined(Person Person) : JoinOutcome;

    /// <summary>The link is unknown, used or too old.</summary>
    public sealed record LinkIsGone : JoinOutcome;

    /// <param name="Troubles">By field: <c>name</c>, <c>email</c>, <c>password</c>. The link stays good.</param>
    public sealed record Refused(IReadOnlyDictionary<string, string> Troubles) : JoinOutcome;
}
