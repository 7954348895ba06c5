# Run once by the mariadb image, when the database is new: two databases and their accounts.
# vanthu_admin makes and migrates the register's tables; vanthu (daily running) is granted them table by table by VanThu.
docker_process_sql --database=mysql <<SQL
CREATE DATABASE vanthu CHARACTER SET utf8mb4;
CREATE DATABASE james CHARACTER SET utf8mb4;
CREATE USER vanthu_admin@'%' IDENTIFIED BY '${VANTHU_DB_ADMIN_PASSWORD}';
GRANT ALL ON vanthu.* TO vanthu_admin@'%' WITH GRANT OPTION;
GRANT CREATE USER ON *.* TO vanthu_admin@'%';
CREATE USER vanthu@'%' IDENTIFIED BY '${VANTHU_DB_PASSWORD}';
CREATE USER james@'%' IDENTIFIED BY '${VANTHU_JAMES_DB_PASSWORD}';
GRANT ALL ON james.* TO james@'%';
SQL
