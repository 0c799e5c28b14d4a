using System.Collections.Immutable;
using Unknot.Practice.Booking;

namespace Unknot.Web.Features.Console.Clients;

/// <summary>The fields of a client as they stand in a form, with what is wrong with them.</summary>
internal sealed record ClientForm(ClientDraft Draft, ImmutableArray<ClientProblem> Problems)
{
    internal static readonly ClientForm Empty = new(new ClientDraft("", "", "", "en", "", ""), []);

    internal string? TroubleOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Text;

    internal static ClientDraft Read(IFormCollection form) => new(
        form[nameof(ClientDraft.Name)].ToString(),
        form[nameof(ClientDraft.Email)].ToString(),
        form[nameof(ClientDraft.Phone)].ToString(),
        form[nameof(ClientDraft.Language)].ToString(),
        form[nameof(ClientDraft.LetterReference)].ToString(),
        form[nameof(ClientDraft.LetterValidUntil)].ToString());
}
