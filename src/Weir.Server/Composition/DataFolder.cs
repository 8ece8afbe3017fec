namespace Weir.Server.Composition;

/// <summary>Makes the data folder, whoever is first to need it.</summary>
internal static class DataFolder
{
    /// <summary>Makes it readable for its owner alone when it is new; leaves one that is there.</summary>
    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            _ = Directory.CreateDirectory(folder);
            return;
        }

        _ = Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
