using Unknot.Practice.People;

namespace Unknot.Web.Features.Console.Entry;

/// <summary>What was typed into the form of a new account, and what was wrong with it. A password is never shown again.</summary>
public sealed record JoinForm(string Name, string Email, IReadOnlyDictionary<string, string> Troubles)
{
    internal static JoinForm Empty { get; } = new("", "", new Dictionary<string, string>(StringComparer.Ordinal));

    internal static NewPerson Read(IFormCollection form) => new(form["name"].ToString(), form["email"].ToString(), form["password"].ToString());
}
