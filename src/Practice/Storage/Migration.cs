using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Unknot.Practice.Storage;

/// <summary>One step of the tables from empty to today's, written by hand for each engine.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="Name">File name without its ending, <c>0001-start</c>.</param>
/// <param name="Fingerprint">SHA-256 of the text, in lower-case hex.</param>
internal sealed record Migration(int Number, string Name, string Sql, string Fingerprint)
{
    /// <summary>All of an engine in order.</summary>
    internal static IReadOnlyList<Migration> Of(StorePlace place)
    {
        var folder = place is StorePlace.Sqlite ? "Sqlite" : "Postgres";
        var assembly = typeof(Migration).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"Migrations/{folder}/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read)];

        Migration Read(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
            var name = Path.GetFileNameWithoutExtension(resource[(resource.LastIndexOf('/') + 1)..]);
            var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
            return new Migration(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, sql, fingerprint);
        }
    }
}
