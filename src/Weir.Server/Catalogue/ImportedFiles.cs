using System.Collections.Immutable;
using System.Globalization;
using Weir.Server.Composition;
using Weir.Server.Configuration;

namespace Weir.Server.Catalogue;

/// <summary>The imported part of the catalogue: one file a provider in <c>catalog/</c> of the data folder, written whole.</summary>
internal sealed class ImportedFiles(string dataFolder)
{
    private const string Pattern = "*.json";

    private readonly string _folder = Path.Combine(dataFolder, "catalog");

    /// <summary>Whether a provider's slug can be the name of a file.</summary>
    public static bool IsFileName(string provider) =>
        provider.Length is > 0 and <= 100 && provider[0] != '.' && provider.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');

    public string PathOf(string provider) => Path.Combine(_folder, provider + ".json");

    /// <summary>Changes when a file is written, added or taken away.</summary>
    public string Stamp() => string.Join('\n', Files().Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}")));

    /// <summary>What the files say together; one that cannot be used is left out with a warning.</summary>
    /// <param name="known">Providers that may answer.</param>
    /// <param name="warn">Receives a line for each file that cannot be used.</param>
    public ImmutableArray<ModelConfiguration> ReadAll(IReadOnlyCollection<ProviderConfiguration> known, Action<string> warn)
    {
        var models = ImmutableArray<ModelConfiguration>.Empty;
        foreach (var file in Files())
        {
            try
            {
                models = CatalogMerge.Add(models, Read(file.FullName, known).Models);
            }
            catch (Exception failure) when (failure is ConfigurationException or IOException or UnauthorizedAccessException)
            {
                var reason = failure is ConfigurationException { Errors: [var first, ..] } ? first : failure.Message;
                warn($"{file.FullName} is not used ({reason}). Import it again with \"weir catalog import\", or delete it.");
            }
        }

        return models;
    }

    /// <summary>The last import of a provider; null: there is none that can be read.</summary>
    public CatalogFile? Find(string provider, IReadOnlyCollection<ProviderConfiguration> known)
    {
        try
        {
            return File.Exists(PathOf(provider)) ? Read(PathOf(provider), known) : null;
        }
        catch (ConfigurationException)
        {
            return null;
        }
    }

    /// <summary>Replaces a provider's file in one step: a reader sees the old one or the new one.</summary>
    public void Write(string provider, CatalogFile file)
    {
        DataFolder.Create(dataFolder);
        DataFolder.Create(_folder);
        var path = PathOf(provider);
        var next = $"{path}.{Environment.ProcessId}.new";
        using (var stream = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            stream.Write(CatalogFileWriter.Write(file));
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }

    private static CatalogFile Read(string path, IReadOnlyCollection<ProviderConfiguration> known) =>
        CatalogFileReader.Read(File.ReadAllBytes(path), Path.GetFileName(path), known);

    private IEnumerable<FileInfo> Files() => Directory.Exists(_folder)
        ? new DirectoryInfo(_folder).EnumerateFiles(Pattern).OrderBy(file => file.Name, StringComparer.Ordinal)
        : [];
}
