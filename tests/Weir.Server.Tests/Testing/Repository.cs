namespace Weir.Server.Tests.Testing;

/// <summary>Where the checkout is that these tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Debug or Release, as these tests were built.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Weir.slnx")) ? folder.FullName : Find(folder.Parent ?? throw new DirectoryNotFoundException("Weir.slnx"));
}
