namespace Unknot.Practice.People;

/// <summary>What came of a change of somebody's account.</summary>
public enum AccountOutcome
{
    Done,

    /// <summary>It was so already.</summary>
    Unchanged,

    /// <summary>There is no such account.</summary>
    Unknown,

    /// <summary>A practice always has an owner who can sign in.</summary>
    LastOwner,
}
