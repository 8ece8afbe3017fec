namespace Weir.Storage.Sqlite.Database;

/// <summary>How far a file is on its way to the newest form.</summary>
/// <param name="File">Its name.</param>
/// <param name="From">The form it had.</param>
/// <param name="To">The form it gets.</param>
/// <param name="Done">Passes through what is stored that are done; each takes as long as the file is large.</param>
/// <param name="All">All passes there are.</param>
/// <param name="Elapsed">Since it began.</param>
public sealed record MigrationProgress(string File, long From, int To, int Done, int All, TimeSpan Elapsed)
{
    /// <summary>Of the passes, in percent.</summary>
    public int Percent => All == 0 ? 100 : 100 * Done / All;
}
