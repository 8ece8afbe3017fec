using System.Diagnostics;
using Xunit;

namespace Weir.Server.Tests.Testing;

/// <summary>A file system of its own in memory, of a few megabytes, that a test may fill and make read-only.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string FillerPath => Path.Combine(Folder, "filler");

    /// <summary>Mounts it; a test that may not is skipped by name.</summary>
    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("weir-disk-").FullName;
        if (!OperatingSystem.IsLinux() || !await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder))
        {
            Directory.Delete(folder);
            Assert.Skip("A file system of a few megabytes cannot be mounted here (that takes Linux and root), so a full disk cannot be played.");
        }

        return new SmallDisk(folder);
    }

    /// <summary>Leaves no byte free.</summary>
    public void Fill()
    {
        var block = new byte[64 * 1024];
        using var filler = new FileStream(FillerPath, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var size = block.Length; size > 0;)
        {
            try
            {
                filler.Write(block, 0, size);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }
    }

    /// <summary>Gives back what was filled.</summary>
    public void Free() => File.Delete(FillerPath);

    /// <summary>Makes it read-only, which takes that nobody has a file open for writing, or writable again.</summary>
    public async Task SetReadOnlyAsync(bool readOnly) =>
        Assert.True(await RunAsync("mount", "-o", readOnly ? "remount,ro" : "remount,rw", Folder));

    public async ValueTask DisposeAsync()
    {
        _ = await RunAsync("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static async Task<bool> RunAsync(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        Array.ForEach(arguments, start.ArgumentList.Add);
        try
        {
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
