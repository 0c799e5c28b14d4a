namespace Unknot.Practice.Comments;

/// <summary>Lengths are counted in UTF-16 code units, as a browser's <c>maxlength</c> counts them.</summary>
public static class CommentLimits
{
    public const int LongestName = 60;

    public const int LongestText = 4000;

    public const int LongestEmail = 254;

    /// <summary>Reports by different readers after which a shown comment waits for a moderator.</summary>
    public const int ReportsThatHold = 3;

    /// <summary>How long its writer may change a comment.</summary>
    public static TimeSpan Editable { get; } = TimeSpan.FromMinutes(15);

    /// <summary>How long after its publication an article takes comments.</summary>
    public static TimeSpan Open { get; } = TimeSpan.FromDays(180);
}
