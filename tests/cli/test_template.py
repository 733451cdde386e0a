"""`warm-window template`: exported, previewed, imported; a file that is no template is refused."""

from tests.cli.files import set_up


def test_a_template_is_exported_previewed_and_imported(run, tmp_path):
    set_up(run)
    file = tmp_path / "template.json"
    run("template", "export", file)
    text = file.read_text("utf-8").replace('"pauses.waiting_limit": 5', '"pauses.waiting_limit": 4')
    file.write_text(text, "utf-8")
    assert "1 项新增或改动" in run("template", "import", file, "--preview").stdout
    assert "5 → 4" in run("template", "import", file).stdout
    assert "0 项新增或改动" in run("template", "import", file).stdout
    file.write_text("{}", "utf-8")
    assert "模板文件" in run("template", "import", file, code=1).stderr
