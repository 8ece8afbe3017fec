namespace Weir.Server.Diagnosis;

/// <summary>Whether the data folder can be used.</summary>
internal static class DataFolderCheck
{
    public static void Examine(string folder, List<Finding> findings)
    {
        if (!Directory.Exists(folder))
        {
            findings.Add(new Finding(FindingSeverity.Good, $"data: {folder} is not there yet; serve makes it"));
            return;
        }

        var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            findings.Add(new Finding(FindingSeverity.Good, $"data: {folder} can be written; {Megabytes(folder)} MiB used"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            findings.Add(new Finding(FindingSeverity.Wrong, $"data: {folder} cannot be written ({failure.Message}); change its owner, or serve with --data DIR"));
        }
    }

    private static long Megabytes(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / (1024 * 1024);
}
