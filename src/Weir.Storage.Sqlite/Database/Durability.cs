namespace Weir.Storage.Sqlite.Database;

/// <summary>How far a commit has got when its writer is told that it is done.</summary>
public enum Durability
{
    /// <summary>Synced to the disk: survives a power cut.</summary>
    Disk,

    /// <summary>Handed to the operating system: survives a killed process.</summary>
    Os,
}
