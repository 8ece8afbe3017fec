using System.Diagnostics;
using System.Globalization;

namespace Weir.Load.Systems;

/// <summary>Portkey's open gateway from npm, with nothing switched on.</summary>
internal static class PortkeyContender
{
    public const string Name = "portkey";

    private const string Package = "@portkey-ai/gateway@1.15.2";

    // Its web server's newer versions answer every stream with an error on Node.js 20 ("TypeError: immutable").
    private const string Manifest = """{ "private": true, "overrides": { "@hono/node-server": "1.3.3" } }""";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Installs it once, in a folder of this user's cache.</summary>
    /// <returns>Null when it cannot be had; why goes to <paramref name="say"/>.</returns>
    public static async Task<Contender?> FindAsync(Action<string> say, CancellationToken cancellationToken)
    {
        if (Executable.Find("node") is not { } node || Executable.Find("npm") is not { } npm)
        {
            say("portkey is left out: Node.js and npm are not installed.");
            return null;
        }

        var folder = Path.Combine(Path.GetTempPath(), "weir-bench-portkey-2");
        var script = Path.Combine(folder, "node_modules/@portkey-ai/gateway/build/start-server.js");
        if (!File.Exists(script) && !await InstallAsync(npm, folder, cancellationToken))
        {
            say($"portkey is left out: npm could not install {Package}.");
            return null;
        }

        return new Contender(Name, (upstream, core) => Start(node, script, upstream, core));
    }

    private static async Task<bool> InstallAsync(string npm, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), Manifest, cancellationToken);
        using var install = Process.Start(new ProcessStartInfo(npm, ["install", Package, "--no-audit", "--no-fund", "--ignore-scripts"])
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await Task.WhenAll(install.StandardOutput.ReadToEndAsync(limit.Token), install.StandardError.ReadToEndAsync(limit.Token), install.WaitForExitAsync(limit.Token));
            return install.ExitCode == 0;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            install.Kill(entireProcessTree: true);
            return false;
        }
    }

    private static RunningSystem Start(string node, string script, int upstream, int? core)
    {
        var port = FreePort.Find();
        return new RunningSystem
        {
            Name = Name,
            Process = BenchProcess.Start([node, script, string.Create(CultureInfo.InvariantCulture, $"--port={port}"), "--headless"], core),
            Port = port,
            Headers = ["Authorization: Bearer bench", "x-portkey-provider: openai", $"x-portkey-custom-host: http://127.0.0.1:{upstream}/v1"],
        };
    }
}
