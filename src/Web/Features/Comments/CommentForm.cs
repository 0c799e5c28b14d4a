using Unknot.Practice.Articles;

namespace Unknot.Web.Features.Comments;

/// <summary>The form under an article, empty or with what was typed and what is wrong with it.</summary>
public sealed record CommentForm
{
    public required Article Article { get; init; }

    /// <summary>Signed: time and number of the form.</summary>
    public required string Token { get; init; }

    public required bool IsOpen { get; init; }

    /// <summary>The comment that is answered; empty for none.</summary>
    public string Parent { get; init; } = "";

    /// <summary>Its writer.</summary>
    public string ParentName { get; init; } = "";

    public string Name { get; init; } = "";

    public string Text { get; init; } = "";

    public string Email { get; init; } = "";

    public IReadOnlyList<string> Problems { get; init; } = [];
}
