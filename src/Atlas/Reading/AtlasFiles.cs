using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>The files of <c>data/</c> as bytes, by path with forward slashes (<c>muscles/soleus.json</c>).</summary>
public sealed class AtlasFiles
{
    private AtlasFiles(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> files) => All = files;

    /// <summary>Sorted by path, ordinally, so that nothing depends on the order of a directory.</summary>
    public ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> All { get; }

    /// <summary>The files built into this assembly.</summary>
    public static AtlasFiles Embedded()
    {
        const string prefix = "data/";
        var assembly = typeof(AtlasFiles).Assembly;
        return From(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!; // the name was just listed
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                return (name[prefix.Length..].Replace('\\', '/'), (ReadOnlyMemory<byte>)bytes.ToArray());
            }));
    }

    /// <summary>
    /// The JSON files of a directory on disk, as the assembly would embed them: without templates (a name that begins with an underscore),
    /// schemas, and standard cases, which say what the atlas should lead to and are no part of it.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    public static AtlasFiles FromDirectory(string directory) =>
        From(Directory.EnumerateFiles(directory, "*.json", SearchOption.AllDirectories)
            .Where(path => !Path.GetFileName(path).StartsWith('_'))
            .Select(path => (Name: Path.GetRelativePath(directory, path).Replace('\\', '/'), Path: path))
            .Where(file => !file.Name.StartsWith("schema/", StringComparison.Ordinal) && !file.Name.StartsWith("cases/", StringComparison.Ordinal))
            .Select(file => (file.Name, (ReadOnlyMemory<byte>)File.ReadAllBytes(file.Path))));

    /// <summary>Files given in memory.</summary>
    public static AtlasFiles From(IEnumerable<(string Path, ReadOnlyMemory<byte> Bytes)> files) =>
        new(files.ToImmutableSortedDictionary(file => file.Path, file => file.Bytes, StringComparer.Ordinal));
}
