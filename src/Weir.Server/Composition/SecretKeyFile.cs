using System.Security.Cryptography;
using Weir.Ledger.Secrets;
using Weir.Server.Configuration;

namespace Weir.Server.Composition;

/// <summary>The key that stored credentials are encrypted with: of the environment, else of a file in the data folder that its owner alone can read.</summary>
/// <remarks>
/// A rotation writes the next key to a file of its own, then the credentials under it in one transaction, then renames the file. A crash in between
/// leaves both files; which of them counts is said by the database.
/// </remarks>
internal sealed class SecretKeyFile(string dataFolder, Func<string, string?> environment)
{
    public const string Variable = "WEIR_SECRET_KEY";
    public const string NextVariable = "WEIR_NEW_SECRET_KEY";

    private string CurrentPath => Path.Combine(dataFolder, "secret.key");
    private string NextPath => CurrentPath + ".next";

    /// <summary>Whether the key comes from the environment.</summary>
    public bool IsOfEnvironment => !string.IsNullOrEmpty(environment(Variable));

    /// <summary>The key that the stored credentials are sealed with; the first time, a new one.</summary>
    /// <param name="keyId">As the database names it; null: nothing was ever sealed.</param>
    /// <exception cref="ConfigurationException">The key is no key, or another one than the credentials are sealed with.</exception>
    public SecretBox Load(string? keyId)
    {
        if (IsOfEnvironment)
        {
            return RequireKnown(Parse(Variable, environment(Variable)!), keyId, $"{Variable} is another key");
        }

        if (keyId is not null && File.Exists(NextPath) && Read(NextPath) is var next)
        {
            if (next.KeyId == keyId)
            {
                File.Move(NextPath, CurrentPath, overwrite: true);
                return next;
            }

            next.Dispose();
        }

        if (!File.Exists(CurrentPath))
        {
            if (keyId is not null)
            {
                throw new ConfigurationException([$"{CurrentPath} is not there, and the stored credentials cannot be read without it. Put it back, or set {Variable} to the key."]);
            }

            Write(CurrentPath, RandomNumberGenerator.GetBytes(SecretBox.KeySize));
        }

        return RequireKnown(Read(CurrentPath), keyId, $"{CurrentPath} holds another key");
    }

    /// <summary>The key that a rotation goes on with; not in force before <see cref="Commit"/>.</summary>
    /// <exception cref="ConfigurationException">The key is of the environment, and no next one is there.</exception>
    public SecretBox MakeNext()
    {
        if (IsOfEnvironment)
        {
            return Parse(NextVariable, environment(NextVariable) is { Length: > 0 } next
                ? next
                : throw new ConfigurationException([$"The key comes from {Variable}; set {NextVariable} to the new one, for example the output of: openssl rand -base64 32"]));
        }

        var key = RandomNumberGenerator.GetBytes(SecretBox.KeySize);
        Write(NextPath, key);
        return new SecretBox(key);
    }

    /// <summary>Puts the next key in force, once the credentials are sealed with it.</summary>
    public void Commit()
    {
        if (!IsOfEnvironment)
        {
            File.Move(NextPath, CurrentPath, overwrite: true);
        }
    }

    private static SecretBox RequireKnown(SecretBox box, string? keyId, string problem)
    {
        if (keyId is null || box.KeyId == keyId)
        {
            return box;
        }

        box.Dispose();
        throw new ConfigurationException([$"{problem} than the one that the stored credentials are encrypted with. Put the old one back; weir rotate-secret changes it."]);
    }

    private static SecretBox Read(string path) => Parse(path, File.ReadAllText(path).Trim());

    private static SecretBox Parse(string source, string text)
    {
        Span<byte> key = stackalloc byte[SecretBox.KeySize + 1];
        return Convert.TryFromBase64String(text, key, out var length) && length == SecretBox.KeySize
            ? new SecretBox(key[..length])
            : throw new ConfigurationException([$"{source} is not a secret key: it must be 32 bytes as base64, for example the output of: openssl rand -base64 32"]);
    }

    private static void Write(string path, byte[] key)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(key)));
        file.Flush(flushToDisk: true);
    }
}
