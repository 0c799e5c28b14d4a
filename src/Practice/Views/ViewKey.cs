namespace Unknot.Practice.Views;

/// <summary>The random key of one day, by which readers are told apart on that day and never again: it is destroyed after 24 hours.</summary>
public sealed class ViewKey
{
    /// <summary>The UTC day it is for.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>32 random bytes.</summary>
#pragma warning disable CA1819 // A column of bytes is an array to the database; nobody writes into it.
    public required byte[] Key { get; init; }
#pragma warning restore CA1819
}
