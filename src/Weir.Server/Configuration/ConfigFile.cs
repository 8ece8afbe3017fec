using System.Security.Cryptography;

namespace Weir.Server.Configuration;

/// <summary>The file <c>weir.json</c>, looked at again and again: tells when what it says has changed, however it was written.</summary>
/// <remarks>
/// Contents are compared, not lengths and times: a link that points elsewhere, a file that is renamed over, and two edits within one tick of the
/// file system's clock may leave both as they were. One thread at a time.
/// </remarks>
/// <param name="path">Where it is.</param>
/// <param name="isOptional">Whether there may be none at the start.</param>
internal sealed class ConfigFile(string path, bool isOptional)
{
    private const string Missing = "missing";
    private const string Empty = "empty";

    private string _read = "";
    private string _seen = "";

    /// <summary>Whether an edit can be seen; false for a pipe, which can be read once only.</summary>
    public bool CanBeWatched { get; private set; }

    /// <summary>Reads it at the start; the defaults when it may be missing and is.</summary>
    /// <exception cref="ConfigurationException">It cannot be used; every error is in it.</exception>
    public WeirConfiguration ReadFirst()
    {
        var found = Look();
        if (isOptional && found == Missing)
        {
            CanBeWatched = true;
            _read = Missing;
            return new WeirConfiguration();
        }

        var content = ReadBytes();
        _read = StampOf(content);
        CanBeWatched = found is not (Missing or Empty);
        return ConfigurationReader.Read(content);
    }

    /// <summary>
    /// Reads it when it says something else than when it was read last, and has said so since the look before this one: a file that is still being
    /// written is left alone. What it says then counts as read, also when it cannot be used.
    /// </summary>
    /// <returns>Null: nothing new.</returns>
    /// <exception cref="ConfigurationException">It cannot be used; every error is in it.</exception>
    public WeirConfiguration? ReadChanged()
    {
        var found = Look();
        var isSettled = found == _seen;
        _seen = found;
        if (!isSettled || found == _read)
        {
            return null;
        }

        var content = found == Empty ? [] : ReadSettled(found);
        if (StampOf(content) != found)
        {
            return null;
        }

        _read = found;
        return ConfigurationReader.Read(content);
    }

    private byte[] ReadSettled(string found)
    {
        try
        {
            return ReadBytes();
        }
        catch (ConfigurationException)
        {
            _read = found;
            throw;
        }
    }

    private byte[] ReadBytes()
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException([$"{path}: cannot be read: {failure.Message}"]);
        }
    }

    private string Look()
    {
        try
        {
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path);
            if (!target.Exists)
            {
                return Missing;
            }

            // A pipe has no length either, and opening it would wait for somebody who writes.
            return target is FileInfo { Length: 0 } ? Empty : HashOf(target.FullName);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return Missing;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }

    // Read through, not held: a big file would be big garbage twice a second.
    private static string HashOf(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Convert.ToHexString(SHA256.HashData(stream));
    }

    private static string StampOf(byte[] content) => content.Length == 0 ? Empty : Convert.ToHexString(SHA256.HashData(content));
}
