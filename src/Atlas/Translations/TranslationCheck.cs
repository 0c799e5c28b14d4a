using System.Collections.Immutable;
using System.Globalization;
using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Translations;

/// <summary>What is wrong with the translations, and what is missing from them. A missing text is shown in English and no problem.</summary>
internal static class TranslationCheck
{
    /// <summary>How a word for a side begins. Nothing else is said with these words in a translation: straight is not “derecho” there.</summary>
    private static readonly ImmutableArray<(string English, string Spanish)> SideWords = [("left", "izquierd"), ("right", "derech")];

    /// <returns>Unreadable files, translations of texts that are not there or that changed since, and left or right confused.</returns>
    internal static IEnumerable<DataProblem> ProblemsOf(AtlasFiles files, AtlasContent content)
    {
        var problems = new List<DataProblem>();
        var english = AtlasTexts.Of(content).ToDictionary(text => text.Key, text => text.English);
        foreach (var language in TranslationFiles.LanguagesOf(files))
        {
            foreach (var (key, translation) in TranslationFiles.Read(files, language, problems))
            {
                if (WhatIsWrong(english.GetValueOrDefault(key), translation, language) is { } what)
                {
                    problems.Add(new(TranslationFiles.FileOf(key, language), key.Path, what));
                }
            }
        }

        return problems;
    }

    private static string? WhatIsWrong(string? english, Translation translation, string language)
    {
        if (english is null)
        {
            return "translates a text that is not there";
        }

        if (translation.Of != Translation.HashOf(english))
        {
            return string.Create(CultureInfo.InvariantCulture, $"is out of date: the English text ({Translation.HashOf(english)}) is now “{english}”");
        }

        if (string.IsNullOrWhiteSpace(translation.Text))
        {
            return "is empty";
        }

        return language != "es" ? null : SideWords
            .Where(side => Says(translation.Text, side.Spanish) && !Says(english, side.English))
            .Select(side => $"says “{side.Spanish}”, and the English text does not say “{side.English}”")
            .FirstOrDefault();
    }

    private static bool Says(string text, string beginning) =>
        text.Split(' ', '(', '“', '¿').Any(word => word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
