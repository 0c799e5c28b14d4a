using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;

namespace Unknot.Web.Hosting;

/// <summary><c>--sample</c>: fills an empty database with a made-up practice, to look around in. A database that holds something is left alone.</summary>
internal static class SampleData
{
    private const string Switch = "--sample";

    /// <summary>Takes the switch out of the arguments, which the configuration would read as a setting.</summary>
    internal static bool IsAsked(ref string[] args)
    {
        var others = args.Where(argument => argument != Switch).ToArray();
        var asked = others.Length < args.Length;
        args = others;
        return asked;
    }

    /// <summary>After the tables are there.</summary>
    internal static async Task FillAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        if (await db.Settings.AnyAsync(cancellation))
        {
            return;
        }

        await AddSettingsAsync(scope.ServiceProvider, cancellation);
        await scope.ServiceProvider.GetRequiredService<ShippedArticles>().AddAsync(arePublished: true, personId: null, cancellation);
        await ActivatorUtilities.CreateInstance<SampleOffer>(scope.ServiceProvider).AddAsync(cancellation);
    }

    private static async Task AddSettingsAsync(IServiceProvider services, CancellationToken cancellation)
    {
        // No such place: 555-01xx numbers and example.com are kept free for stories, and the post knows no 00000.
        var draft = SettingsDraft.From(SettingsDesk.ProductDefault()) with
        {
            Name = "Hollow Reed Bodywork",
            Tagline = "A made-up practice for looking around: nobody works here.",
            About = """
                We are **not a real practice**: these words are sample data, so that you can see where yours will stand.

                ## How we work

                A first visit begins with the body map: you mark where it hurts, we look at which trigger points may contribute, and press them to see which of them you know.
                Then we work on those, at a pressure that you choose, and show you what you can do yourself between visits.

                ## What we do not do

                We do not diagnose and do not treat injuries or illness. If something in your answers asks for a clinician, we say so.
                """,
            Street = "100 Example Street",
            City = "Sampleton",
            Region = "NY",
            PostalCode = "00000",
            Country = "US",
            Phone = "(555) 555-0142",
            Email = "hello@example.com",
            TimeZone = "America/New_York",
            Hours = "Mon-Thu 09:00-18:00\nFri 09:00-13:00\nSat 10:00-14:00",
            Terms = """
                ## Appointments

                Sample terms: come ten minutes early for a first visit. Tell us a day ahead if you cannot come.
                """,
        };
        if (await services.GetRequiredService<SettingsDesk>().SaveAsync(draft, null, cancellation) is not SettingsOutcome.Saved)
        {
            throw new InvalidOperationException("The sample settings were refused.");
        }

        services.GetRequiredService<SettingsShelf>().Forget();
    }
}
