namespace Weir.Load.Systems;

/// <summary>How the weir command is started as a process of its own.</summary>
/// <param name="Words">The program, and what stands before its arguments.</param>
internal sealed record WeirProgram(IReadOnlyList<string> Words)
{
    /// <summary>The program that runs now: a published one, or a library that <c>dotnet</c> runs.</summary>
    public static WeirProgram Own { get; } = new(
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [Environment.ProcessPath!, Environment.GetCommandLineArgs()[0]] : [Environment.ProcessPath!]);

    public IReadOnlyList<string> Command(params IEnumerable<string> arguments) => [.. Words, .. arguments];
}
