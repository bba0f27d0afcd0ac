using System.Text;
using Goldthread.Readings;
using Goldthread.Tests.Program;

namespace Goldthread.Tests.Readings;

/// <summary>A file that someone writes while it is read is read again, or refused; half of one is never taken.</summary>
public sealed class StableFileTests
{
    [Fact]
    public void Read_FileThatGrowsOnceMeanwhile_GivesTheWholeOfIt()
    {
        using var files = new TestFolder();
        var path = files.Write("a.txt", "first half");
        var opened = 0;

        var (bytes, failure) = StableFile.Read(path, name => ++opened == 1 ? new ChangingFile(name, () => File.AppendAllText(name, ", second half")) : File.OpenRead(name));

        Assert.Null(failure);
        Assert.Equal("first half, second half", Encoding.UTF8.GetString(bytes!));
        Assert.Equal(2, opened);
    }

    [Fact]
    public void Read_LinkToAFile_GivesTheFile()
    {
        using var files = new TestFolder();
        var link = Path.Combine(files.Path, "link-to-a-link.txt");
        File.CreateSymbolicLink(Path.Combine(files.Path, "link.txt"), files.Write("a.txt", "the words of a decision"));
        File.CreateSymbolicLink(link, "link.txt");

        var (bytes, failure) = StableFile.Read(link);

        Assert.Null(failure);
        Assert.Equal("the words of a decision", Encoding.UTF8.GetString(bytes!));
    }

    [Fact]
    public void Read_FileRewrittenInTheSameLength_GivesTheLaterOne()
    {
        using var files = new TestFolder();
        var path = files.Write("a.txt", "early");
        File.SetLastWriteTimeUtc(path, new DateTime(2022, 3, 7, 0, 0, 0, DateTimeKind.Utc));
        var opened = 0;

        var (bytes, _) = StableFile.Read(path, name => ++opened == 1 ? new ChangingFile(name, () => File.WriteAllText(name, "later")) : File.OpenRead(name));

        Assert.Equal("later", Encoding.UTF8.GetString(bytes!));
        Assert.Equal(2, opened);
    }

    [Fact]
    public void Read_FileThatNeverStandsStill_IsRefusedByName()
    {
        using var files = new TestFolder();
        var path = files.Write("a.txt", "x");

        var (bytes, failure) = StableFile.Read(path, name => new ChangingFile(name, () => File.AppendAllText(name, "x")));

        Assert.Null(bytes);
        Assert.Equal("changing", failure!.Code);
    }

    [Fact]
    public void Read_FolderOrNothing_IsRefusedByName()
    {
        using var files = new TestFolder();

        Assert.Equal("no-access", StableFile.Read(files.Path).Failure!.Code);
        Assert.Equal("not-found", StableFile.Read(Path.Combine(files.Path, "none.txt")).Failure!.Code);
    }

    /// <summary>A file that is changed when its end has been read.</summary>
    private sealed class ChangingFile(string path, Action change) : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)
    {
        private bool changed;

        public override int Read(Span<byte> buffer) => After(base.Read(buffer));

        public override int Read(byte[] buffer, int offset, int count) => After(base.Read(buffer, offset, count));

        private int After(int read)
        {
            if (read > 0 || changed)
                return read;
            changed = true;
            change();
            return 0;
        }
    }
}
