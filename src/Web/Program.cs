using Unknot.Web.Features.Articles;
using Unknot.Web.Features.Chart;
using Unknot.Web.Features.Comments;
using Unknot.Web.Features.Console.Calendar;
using Unknot.Web.Features.Discovery;
using Unknot.Web.Features.Downloads;
using Unknot.Web.Features.Finder;
using Unknot.Web.Features.Muscles;
using Unknot.Web.Features.Offline;
using Unknot.Web.Features.Pictures;
using Unknot.Web.Features.Points;
using Unknot.Web.Features.Regions;
using Unknot.Web.Features.Release;
using Unknot.Web.Features.Techniques;
using Unknot.Web.Features.Views;
using Unknot.Web.Features.Vocabulary;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

var withSamples = SampleData.IsAsked(ref args);
var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

// A checkout finds its files where they lie, whatever the environment is called; a published server has them all in wwwroot.
builder.WebHost.UseStaticWebAssets();
builder.Services.AddKnowledge();
builder.Services.AddSingleton(Texts.Load());
builder.Services.AddSingleton<ServeTexts>();
builder.Services.AddSingleton<ChartShelf>();
builder.Services.AddStrictJson();
builder.Services.AddProblems();
builder.Services.AddApiDocument();
builder.Services.AddPages();
builder.Services.AddSingleton<FlatFigures>();
builder.Services.AddSingleton<SiteRelease>();
builder.Services.AddSingleton<FallbackLists>();
builder.Services.AddCompression();
builder.AddBodyLimit();
builder.AddPracticeStore();
builder.Services.AddSingleton<SignedTokens>();
builder.Services.AddWriting();
builder.Services.AddBooking();
builder.Services.AddCalendar();
builder.Services.AddComments();
builder.Services.AddViews();
builder.AddPeople();
builder.Services.AddPracticeFront();
builder.AddMailing();
builder.AddBackgroundWork();
builder.AddLimits();
builder.AddProxies();
builder.AddTelemetry();

var app = builder.Build();
app.UseProxies();
app.UseSecurityHeaders();
app.UseResponseCompression();
app.UseLanguage();
app.UseProblems();
app.UseBodyLimit();
app.UseOldAddresses();
app.UseRouting();
app.UsePeople();
app.UseMaintenance();

app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.MapOpenApi("/openapi/v1.json");
app.MapTracePain();
app.MapUnderstandWords();
app.MapListFallback();
app.MapListRegions();
app.MapShowRegion();
app.MapListMuscles();
app.MapShowMuscle();
app.MapDrawMuscles();
app.MapBundleMuscles();
app.MapDrawMuscle();
app.MapRollMuscle();
app.MapListPoints();
app.MapShowPoint();
app.MapShowZone();
app.MapListQuestions();
app.MapListSymptoms();
app.MapListCauses();
app.MapListProgrammes();
app.MapDrawChart();
app.MapPrintMap();
app.MapDownloadData();
app.MapSiteMap();
app.MapServePicture();
app.MapArticles();
ServeTexts.Map(app);
CountView.Map(app);
app.MapWebManifest();
app.MapWorkerScript();
app.MapSiteColours();
app.MapHealth();

await Task.WhenAll(app.Services.LoadKnowledgeAsync(), app.PrepareStoreAsync());
if (withSamples)
{
    await SampleData.FillAsync(app.Services, app.Lifetime.ApplicationStopping);
}

await app.RunAsync();
