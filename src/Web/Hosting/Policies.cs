using Microsoft.AspNetCore.Authorization;
using Unknot.Practice.People;

namespace Unknot.Web.Hosting;

/// <summary>Who may use a part of the console. Owners may use all of it.</summary>
internal static class Policies
{
    /// <summary>Owners alone.</summary>
    internal const string Owner = "owner";

    /// <summary>Whoever treats clients: owners and therapists.</summary>
    internal const string Therapist = "therapist";

    /// <summary>Whoever writes: everybody with a role.</summary>
    internal const string Editor = "editor";

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Owner, policy => policy.RequireRole(PracticeRole.Owner));
        options.AddPolicy(Therapist, policy => policy.RequireRole(PracticeRole.Owner, PracticeRole.Therapist));
        options.AddPolicy(Editor, policy => policy.RequireRole(PracticeRole.Owner, PracticeRole.Therapist, PracticeRole.Editor));
    }
}
