namespace Weir.Load.Systems;

/// <summary>Finds programs on this machine.</summary>
internal static class Executable
{
    /// <returns>Its path; null when it is neither on the PATH nor where distributions keep servers.</returns>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
