using System.Collections.Frozen;
using System.Reflection;

namespace Weir.Server.Endpoints.Console;

/// <summary>The files of the built console; none, when the server was built without it.</summary>
internal sealed class ConsoleAssets
{
    private const string IndexPath = "/index.html";

    // eng/console.targets gives the resources these names.
    private const string ResourceFolder = "console/";
    private const string MissingResource = "console-missing.txt";

    private static readonly Lazy<ConsoleAssets> FromAssembly = new(() => Read(typeof(ConsoleAssets).Assembly));

    private readonly FrozenDictionary<string, ConsoleAsset> _assets;

    /// <param name="files">By the path they are asked for, <c>/index.html</c> among them.</param>
    public ConsoleAssets(IReadOnlyDictionary<string, byte[]> files)
    {
        Index = files.TryGetValue(IndexPath, out var html) ? new ConsoleIndex(html) : null;
        _assets = files.Where(file => file.Key != IndexPath).ToFrozenDictionary(file => file.Key, file => new ConsoleAsset(file.Key, file.Value), StringComparer.Ordinal);
    }

    /// <summary>What was built into this assembly.</summary>
    public static ConsoleAssets BuiltIn => FromAssembly.Value;

    /// <summary>The page; null: there is no console.</summary>
    public ConsoleIndex? Index { get; }

    /// <summary>Why there is no console, as the build said it: a sentence.</summary>
    public string MissingBecause { get; init; } = "It was left out of this build.";

    public ConsoleAsset? Find(string path) => _assets.GetValueOrDefault(path);

    private static ConsoleAssets Read(Assembly assembly)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourceFolder, StringComparison.Ordinal)))
        {
            // Built on Windows, a name has backslashes.
            files.Add(name[(ResourceFolder.Length - 1)..].Replace('\\', '/'), ReadBytes(assembly, name));
        }

        return assembly.GetManifestResourceInfo(MissingResource) is null
            ? new ConsoleAssets(files)
            : new ConsoleAssets(files) { MissingBecause = System.Text.Encoding.UTF8.GetString(ReadBytes(assembly, MissingResource)).Trim('\uFEFF', '\r', '\n', ' ') };
    }

    private static byte[] ReadBytes(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
