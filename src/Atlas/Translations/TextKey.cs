namespace Unknot.Atlas.Translations;

/// <summary>Where a text of the atlas stands, whatever it says: the file, and in it the ids on the way to the text.</summary>
/// <param name="File">As in <c>data/</c>: <c>muscles/soleus.json</c>.</param>
/// <param name="Path">Ids and names of fields with dots between, numbers from 0 for texts that have no id: <c>releases.roller.steps.2</c>.</param>
internal readonly record struct TextKey(string File, string Path);
