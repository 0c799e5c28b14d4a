namespace Unknot.Practice.Pictures;

/// <summary>What became of a file that somebody wanted to add.</summary>
public abstract record PictureOutcome
{
    private PictureOutcome()
    {
    }

    public sealed record Taken(Picture Picture) : PictureOutcome;

    /// <param name="Message">What is wrong with the file.</param>
    public sealed record Refused(string Message) : PictureOutcome;
}
