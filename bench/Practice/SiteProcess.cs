using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Unknot.Practice.Storage;

namespace Unknot.Bench.Practice;

/// <summary>The built server as a process of its own, with a database of its own and sample data, which can be killed and started again.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private readonly string _program;
    private readonly string _name;
    private readonly string? _server;
    private readonly bool _isGuest;
    private Process? _process;

    private SiteProcess(string program, string? server)
    {
        (_program, _server, _name) = (program, server, $"unknot_bench_{Guid.NewGuid():N}");
        Folder = Directory.CreateTempSubdirectory("unknot-bench-").FullName;
        Place = StorePlace.From(server is null ? null : new NpgsqlConnectionStringBuilder(server) { Database = _name }.ConnectionString, Folder);
        Client = NewClient();
    }

    private SiteProcess(SiteProcess first)
    {
        (_program, _server, _name, _isGuest) = (first._program, first._server, first._name, true);
        (Folder, Place, Client) = (first.Folder, first.Place, NewClient());
    }

    public string Folder { get; }

    public StorePlace Place { get; }

    /// <summary>Keeps its connections; follows nothing.</summary>
    public HttpClient Client { get; private set; }

    /// <param name="program">The server's assembly.</param>
    /// <param name="server">Connection string of a PostgreSQL; null for the embedded database.</param>
    public static async Task<SiteProcess> StartAsync(string program, string? server)
    {
        var site = new SiteProcess(program, server);
        await site.OnServerAsync($"CREATE DATABASE {site._name}");
        await site.StartAsync();
        return site;
    }

    /// <summary>Another node on the same database.</summary>
    public async Task<SiteProcess> JoinAsync()
    {
        var node = new SiteProcess(this);
        await node.StartAsync();
        return node;
    }

    public PracticeDb Open() => new(new DbContextOptionsBuilder<PracticeDb>().UsePlace(Place).Options);

    public async Task StartAsync()
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [_program, "--urls", $"http://127.0.0.1:{port}", "--Storage:Folder", Folder, "--sample"])
        {
            WorkingDirectory = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(_program)!, "../../..")),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (Place is StorePlace.Postgres postgres)
        {
            start.Environment["ConnectionStrings__Practice"] = postgres.ConnectionString;
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, line) => Console.Error.WriteLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Client.Dispose();
        Client = NewClient();
        Client.BaseAddress = new Uri($"http://127.0.0.1:{port}");
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await Client.GetAsync("/health/ready");
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (tries < 600 && !_process.HasExited)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }
    }

    /// <summary>As a power cut would.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        Client.Dispose();
        if (_isGuest)
        {
            return;
        }

        NpgsqlConnection.ClearAllPools();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await OnServerAsync($"DROP DATABASE {_name} WITH (FORCE)");
        Directory.Delete(Folder, recursive: true);
    }

    private static HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(60) };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task OnServerAsync(string sql)
    {
        if (_server is null)
        {
            return;
        }

        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server) { Pooling = false }.ConnectionString);
        await using (connection)
        {
            await connection.OpenAsync();
            var command = connection.CreateCommand();
            await using (command)
            {
#pragma warning disable CA2100 // A name made here.
                command.CommandText = sql;
#pragma warning restore CA2100
                await command.ExecuteNonQueryAsync();
            }
        }
    }
}
