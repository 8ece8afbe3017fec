namespace Weir.Server.Composition;

/// <summary>The data folder's mark that one server has it: <c>server.lock</c>, held open as long as that server lives.</summary>
/// <remarks>The operating system lets go of it when a server is killed. Between processes only: within one, the next taker may get it too.</remarks>
internal static class FolderLock
{
    private const string FileName = "server.lock";

    // What Linux calls EROFS, ENOSPC and EDQUOT.
    private const int ReadOnlyFileSystem = 30;
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;

    // A region is locked where that is possible, so that the folder can still be read and copied file by file.
    private static bool LocksRegions => OperatingSystem.IsLinux() || OperatingSystem.IsWindows();

    /// <summary>Takes the folder; disposing gives it back.</summary>
    /// <exception cref="IOException">Another process has it, or the file cannot be opened.</exception>
    public static FileStream Take(string folder)
    {
        FileStream? held = null;
        try
        {
            held = new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, LocksRegions ? FileShare.ReadWrite : FileShare.None);
            if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
            {
                held.Lock(0, 1);
            }

            return held;
        }
        catch (IOException)
        {
            held?.Dispose();
            throw;
        }
    }

    /// <summary>Whether taking a folder failed because nothing can be written there: it is read-only, or the disk is full.</summary>
    public static bool IsUnwritable(Exception failure) =>
        OperatingSystem.IsLinux() && failure is IOException { HResult: ReadOnlyFileSystem or NoSpace or QuotaExceeded };

    /// <summary>Whether a server of another process has the folder.</summary>
    public static bool IsTaken(string folder)
    {
        if (!File.Exists(Path.Combine(folder, FileName)))
        {
            return false;
        }

        try
        {
            Take(folder).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
