namespace Unknot.Atlas;

/// <summary>A plain text of the atlas and its translation.</summary>
/// <param name="File">As in <c>data/</c>.</param>
/// <param name="Path">Where in the file: ids and names of fields with dots between.</param>
/// <param name="English">As the data has it.</param>
/// <param name="Of">Hash of the English text; a translation carries it.</param>
/// <param name="Translated">As written, even when it is out of date; <c>null</c> when there is none.</param>
public sealed record AtlasText(string File, string Path, string English, string Of, string? Translated);
