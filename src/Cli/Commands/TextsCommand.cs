using System.CommandLine;
using System.Globalization;
using Unknot.Atlas;

namespace Unknot.Cli.Commands;

/// <summary><c>unknot data texts</c>: the atlas's plain texts with their translations.</summary>
internal static class TextsCommand
{
    internal static Command Create()
    {
        var directory = new Option<DirectoryInfo?>("--data") { Description = "Read the files of this directory instead of those built in." };
        var language = new Option<string>("--language") { Description = "Two-letter code, such as es.", DefaultValueFactory = _ => "es" };
        var missing = new Option<bool>("--missing") { Description = "List each text without a translation: file, place, hash of the English text, English text, with tabs between." };
        var command = new Command("texts", "Says how many of the atlas's texts are translated into a language, by field, and lists the others.") { directory, language, missing };
        command.SetAction(parse =>
        {
            var files = parse.GetValue(directory) is { } folder ? AtlasFiles.FromDirectory(folder.FullName) : AtlasFiles.Embedded();
            var texts = AtlasData.Load(files).TextsFor(parse.GetRequiredValue(language));
            var output = parse.InvocationConfiguration.Output;
            if (parse.GetValue(missing))
            {
                foreach (var text in texts.Where(text => text.Translated is null))
                {
                    output.WriteLine(string.Join('\t', text.File, text.Path, text.Of, text.English));
                }

                return ExitCode.Done;
            }

            foreach (var field in texts.GroupBy(FieldOf, StringComparer.Ordinal).OrderBy(field => field.Key, StringComparer.Ordinal))
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{field.Count(text => text.Translated is not null),5} of {field.Count(),5}  {field.Key}"));
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Count(text => text.Translated is not null),5} of {texts.Length,5}"));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The kind of file, and the last name on the way that is no number: <c>muscles: steps</c>.</summary>
    private static string FieldOf(AtlasText text) => $"{text.File.Split('/', '.')[0]}: {text.Path.Split('.').Last(part => !int.TryParse(part, CultureInfo.InvariantCulture, out _))}";
}
