namespace Unknot.Practice.Comments;

/// <summary>Who may see a comment. Stored by name: add new ones, never rename.</summary>
public enum CommentState
{
    /// <summary>Waits for a moderator; only its writer, by the link, and the console see it.</summary>
    Held,

    /// <summary>Everybody sees it.</summary>
    Shown,

    /// <summary>Taken down by a moderator or its writer; replies stay, under a line that says so.</summary>
    Removed,

    /// <summary>Taken down as unwanted; counts against the next of the same writer.</summary>
    Spam,
}
