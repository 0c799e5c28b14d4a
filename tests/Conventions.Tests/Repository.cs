namespace Unknot.Conventions.Tests;

/// <summary>The checkout the tests run in.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find();

    /// <summary>Source files, generated and built ones left out; paths relative to the root.</summary>
    internal static IEnumerable<string> Sources(string extension, params string[] folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), $"*{extension}", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "wwwroot"))
            .Order(StringComparer.Ordinal);

    internal static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Unknot.slnx")))
            {
                return directory.FullName;
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Unknot.slnx.");
    }
}
