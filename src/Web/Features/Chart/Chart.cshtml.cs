using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Atlas;
using Unknot.Charts;
using Unknot.Charts.Choosing;
using Unknot.Charts.Sheets;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Chart;

/// <summary>The chart on screen: figures first, then every point as a list. Filters are part of the address; the page needs no script.</summary>
internal sealed class ChartModel(AtlasData atlas, ChartMaker maker, ChartShelf shelf, Texts T) : PageModel
{
    private ChartQuery query = null!;

    public AtlasData Atlas => atlas;

    public ChartFilter Filter => query.Filter;

    public string Build => query.Build.Id;

    /// <summary>What is not known, and what is near.</summary>
    public ImmutableArray<(string Field, string Message)> Problems => query.Problems;

    public string Title { get; private set; } = T["Nothing to show"];

    /// <summary>Set when every word was understood, but no point answers.</summary>
    public string? NothingFound { get; private set; }

    /// <summary>The muscle that has the chart for itself.</summary>
    public Muscle? OneMuscle { get; private set; }

    public ImmutableArray<ChartPoint> Points { get; private set; } = [];

    public bool IsFiltered => Filter != new ChartFilter();

    public IActionResult OnGet()
    {
        query = new ChartQuery(Request.Query, maker, T);
        switch (query.Choice)
        {
            case ChartChoice.Some some:
                (Title, Points) = (some.Title, some.Points);
                break;
            case ChartChoice.OneMuscle one:
                (Title, Points, OneMuscle) = (one.Muscle.Name, one.Points, one.Muscle);
                break;
            case ChartChoice.Nothing nothing:
                NothingFound = nothing.Message;
                Response.StatusCode = StatusCodes.Status404NotFound;
                break;
            default:
                Title = T["The chart"];
                break;
        }

        if (!query.Problems.IsEmpty)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }

    /// <summary>Drawings that become part of the page.</summary>
    public IEnumerable<string> Figures => shelf.Screen(query.Choice, query.Build).Select(Encoding.UTF8.GetString);

    public string FeltAt(IEnumerable<ChartPoint> points) => maker.FeltAt([.. points]);

    public string AddressOf(string file, Paper? paper = null) => query.AddressOf(file, paper);
}
